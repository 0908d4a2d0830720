@echo off
rem Builds this project with the Maven that .mvn\maven.properties pins, wherever it is called from.
rem The first call fetches that Maven: through the mvn that is installed, so from whatever repository
rem that one is configured for, or else from the Apache archive. Its SHA-512 is checked either way.
rem Needs curl and tar, which Windows has had since 10 (1803).
setlocal

set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"
for /f "usebackq eol=# tokens=1,2 delims==" %%a in ("%HERE%\.mvn\maven.properties") do set "PINNED_%%a=%%b"
set "NAME=apache-maven-%PINNED_version%"
set "URL=https://archive.apache.org/dist/maven/maven-3/%PINNED_version%/binaries/%NAME%-bin.tar.gz"
set "COPY=org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy"

set "DISTS=%USERPROFILE%\.m2\wrapper\dists"
if defined MAVEN_USER_HOME set "DISTS=%MAVEN_USER_HOME%\wrapper\dists"
for %%d in ("%DISTS%") do set "DISTS=%%~fd"
set "MAVEN=%DISTS%\%NAME%"
rem another kind of wrapper has its own there
if exist "%MAVEN%\" if not exist "%MAVEN%\bin\mvn.cmd" set "MAVEN=%MAVEN%\%NAME%"
if exist "%MAVEN%\bin\mvn.cmd" goto run

mkdir "%DISTS%" 2>nul
:pick
set "MINE=fetch-%RANDOM%%RANDOM%"
set "WORK=%DISTS%\.%MINE%"
set "ARCHIVE=%WORK%\%NAME%-bin.tar.gz"
mkdir "%WORK%" 2>nul
rem another call, started in the same second, draws the same numbers
if errorlevel 1 if exist "%WORK%" goto pick
mkdir "%WORK%\empty"
if not exist "%WORK%\empty" exit /b 1

where mvn >nul 2>nul
if errorlevel 1 goto download
echo mvnw: fetching Maven %PINNED_version% with the installed mvn >&2
rem beside our POM, Maven would load the build's extensions first
pushd "%WORK%\empty"
call mvn -q -B %COPY% "-Dartifact=org.apache.maven:apache-maven:%PINNED_version%:tar.gz:bin" "-DoutputDirectory=%WORK%" >&2
popd
if exist "%ARCHIVE%" goto check
echo mvnw: the installed mvn could not fetch it, for the reason above >&2

:download
echo mvnw: fetching Maven %PINNED_version% from %URL% >&2
"%SystemRoot%\System32\curl.exe" -fsSL --connect-timeout 30 -o "%ARCHIVE%" "%URL%"
if not errorlevel 1 if exist "%ARCHIVE%" goto check
echo mvnw: could not download Maven %PINNED_version%. Check the network, or install any mvn that reaches a repository. >&2
goto failed

:check
set "ACTUAL="
for /f "skip=1 delims=" %%h in ('certutil -hashfile "%ARCHIVE%" SHA512') do if not defined ACTUAL set "ACTUAL=%%h"
if defined ACTUAL set "ACTUAL=%ACTUAL: =%"
if /i "%ACTUAL%"=="%PINNED_sha512%" goto unpack
echo mvnw: refused and deleted %NAME%-bin.tar.gz: its SHA-512 is '%ACTUAL%', not the pinned '%PINNED_sha512%'. >&2
echo mvnw: if the installed mvn fetched it, delete org\apache\maven\apache-maven from its local repository too. >&2
goto failed

:unpack
"%SystemRoot%\System32\tar.exe" -xzf "%ARCHIVE%" -C "%WORK%"
if not exist "%WORK%\%NAME%\bin\mvn.cmd" goto failed
rem where another call was quicker, ours lands inside its folder, so under a name of its own
ren "%WORK%\%NAME%" "%MINE%"
move "%WORK%\%MINE%" "%MAVEN%" >nul
if exist "%MAVEN%\%MINE%" rmdir /s /q "%MAVEN%\%MINE%"
rmdir /s /q "%WORK%"
if exist "%MAVEN%\bin\mvn.cmd" goto run
echo mvnw: could not put Maven %PINNED_version% into "%MAVEN%" >&2
exit /b 1

:failed
rmdir /s /q "%WORK%"
exit /b 1

:run
rem Called from elsewhere: name our POM, which also tells Maven where .mvn is. The caller's own -f comes first and wins.
set POM=-f "%HERE%\pom.xml"
if /i "%CD%"=="%HERE%" set "POM="
call "%MAVEN%\bin\mvn.cmd" %* %POM%
exit /b %ERRORLEVEL%
