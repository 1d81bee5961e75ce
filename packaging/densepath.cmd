@echo off
rem DensePath Workbench on the command line: from an installed folder (lib\) or a built checkout (engine\target).
rem JAVA_HOME names the Java to use; DENSEPATH_JAVA_OPTIONS adds options to it, such as -Xmx8g.
setlocal EnableExtensions DisableDelayedExpansion

for %%I in ("%~dp0..") do set "home=%%~fI"

if exist "%home%\lib\" (
    set "class_path=%home%\lib\*"
    goto find_java
)
if not exist "%home%\engine\target\classpath.txt" (
    echo densepath: %home% is not built; run 'mvn -DskipTests package' there first. 1>&2
    exit /b 1
)
rem 'set /p' would cut it after 1023 characters
for /f "usebackq delims=" %%L in ("%home%\engine\target\classpath.txt") do set "class_path=%home%\engine\target\classes;%%L"

:find_java
set "java="
call :try "%JAVA_HOME%"
call :try "%home%\runtime"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%USERPROFILE%\.jdks\*25*") do call :try "%%~D"
if not defined java (
    echo densepath: no Java 25 was found; install a JDK 25, for example Temurin, and set JAVA_HOME to its folder. 1>&2
    exit /b 1
)

if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
set "options=-XX:MaxRAMPercentage=25 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

"%java%" %options% "-Ddensepath.home=%home%" %DENSEPATH_JAVA_OPTIONS% -classpath "%class_path%" org.densepath.cli.DensePath %*
exit /b %ERRORLEVEL%

:try
if defined java exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
findstr /r /c:"^JAVA_VERSION=.2[5-9]" /c:"^JAVA_VERSION=.[3-9][0-9]" "%~1\release" >nul && set "java=%~1\bin\java.exe"
exit /b 0
