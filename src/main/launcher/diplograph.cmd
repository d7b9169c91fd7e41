@echo off
rem Starts Diplograph with the Java of JAVA_HOME or, without one, the java on the PATH. JAVA_OPTS go to the JVM.
setlocal
for %%i in ("%~dp0..") do set "HOME_OF_DIPLOGRAPH=%%~fi"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:SharedArchiveFile="%HOME_OF_DIPLOGRAPH%\lib\diplograph.jsa" -Xshare:auto -Xlog:disable ^
  -XX:+UseSerialGC %JAVA_OPTS% -Ddiplograph.home="%HOME_OF_DIPLOGRAPH%" -cp "%HOME_OF_DIPLOGRAPH%\lib\*" io.github.diplograph.cli.Main %*
exit /b %ERRORLEVEL%
