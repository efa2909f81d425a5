@echo off
rem Letters of ASCII alone, so that no code page can spoil them; what is said in Chinese comes from the tool.
setlocal DisableDelayedExpansion
set "DUIBIAO_HERE=%~dp0"
set "DUIBIAO_NAME=%~nx0"
set DUIBIAO_ARGS=%*
setlocal EnableDelayedExpansion
set "DUIBIAO_STARTED=!CMDCMDLINE!"
set "DUIBIAO_CONFIG=--no-config"
if exist "!DUIBIAO_HERE!duibiao.yaml" set DUIBIAO_CONFIG=--config "!DUIBIAO_HERE!duibiao.yaml"
"!DUIBIAO_HERE!node\node.exe" "!DUIBIAO_HERE!bin\duibiao.js" drop !DUIBIAO_CONFIG! --script "!DUIBIAO_NAME!"
set DUIBIAO_CODE=!ERRORLEVEL!
set "DUIBIAO_STARTED=!DUIBIAO_STARTED:"=!"
if /i "!DUIBIAO_STARTED:/c =!"=="!DUIBIAO_STARTED!" exit /b !DUIBIAO_CODE!
pause
exit !DUIBIAO_CODE!
