#!/bin/sh
# A part of a batch for each task of a Slurm array. A task that was killed goes on where it stopped: queue it again.
#
#   sbatch --array=1-4 batch-array.sh 报送 结果 4 --as-of 2026-11-20
#   duibiao merge 结果/1 结果/2 结果/3 结果/4 -o 全部
#
# DUIBIAO names the tool where it is not on the path.
#SBATCH --requeue
#SBATCH --open-mode=append
inputs=$1
results=$2
parts=$3
shift 3
exec ${DUIBIAO:-duibiao} batch "$inputs" -o "$results/$SLURM_ARRAY_TASK_ID" \
  --shard "$SLURM_ARRAY_TASK_ID/$parts" --resume "$@"
