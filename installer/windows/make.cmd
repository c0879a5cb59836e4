@echo off
rem Makes the .msi on Windows. Needs a JDK 25, Maven and the WiX Toolset 3.14 or newer on the PATH.
cd /d "%~dp0..\.."
where wix >nul 2>nul || where candle >nul 2>nul || (echo The WiX Toolset is missing: install it and put it on the PATH. 1>&2 & exit /b 1)
call mvn -Pinstaller -DskipTests verify
