@"%~dp0node\node.exe" "%~dp0bin\duibiao.js" %*
