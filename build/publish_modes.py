"""Publishes a service in each mode, with the packed packages and without, and tells what came of it."""
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs/platforms.md"
VERSION = "0.0.1-modes"
RID = "linux-x64"
SELF = ["-r", RID, "--self-contained"]

# What is shown beside the rest: threads, and what the snapshot tells.
SHOWN = ("Threads", "Locks")

MODES = {
    "framework-dependent": [],
    "for one machine": ["-r", RID, "--no-self-contained"],
    "self-contained": SELF,
    "single file": ["-r", RID, "--no-self-contained", "-p:PublishSingleFile=true"],
    "self-contained single file": [*SELF, "-p:PublishSingleFile=true"],
    "trimmed": [*SELF, "-p:PublishTrimmed=true"],
    "ReadyToRun composite": [*SELF, "-p:PublishReadyToRun=true", "-p:PublishReadyToRunComposite=true"],
    "NativeAOT": ["-r", RID, "-p:PublishAot=true"],
}

PROJECT = """<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <InvariantGlobalization>true</InvariantGlobalization>
    <TrimmerSingleWarn>false</TrimmerSingleWarn>
    <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
    <EnableConfigurationBindingGenerator>true</EnableConfigurationBindingGenerator>
    <NuGetAudit>false</NuGetAudit>
    <!-- Packages that the machine has are used; what is packed here goes nowhere else. -->
    <RestorePackagesPath>$(MSBuildThisFileDirectory)../cache</RestorePackagesPath>
    <RestoreFallbackFolders>@MACHINE@</RestoreFallbackFolders>
    <NoWarn>NU1603</NoWarn>
    <DefineConstants Condition="'$(With)' == 'true'">$(DefineConstants);WITH</DefineConstants>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.0" />
    <PackageReference Include="GuruReports.Hosting" Version="@VERSION@" Condition="'$(With)' == 'true'" />
    <Content Include="appsettings.json" CopyToOutputDirectory="PreserveNewest" CopyToPublishDirectory="PreserveNewest" ExcludeFromSingleFile="true" />
  </ItemGroup>
</Project>
"""

PROGRAM = """using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
#if WITH
builder.Services.AddGuruMeditationReports();
#endif
var host = builder.Build();
host.Start();
Console.WriteLine("ready");
await host.WaitForShutdownAsync();
"""

SETTINGS = """{ "GuruMeditation": { "Format": "Json", "ServiceName": "known-by-its-settings", "Sections": { "Exclude": [ "Environment" ] }, "Redaction": { "KeyPatterns": "shoe" } }, "Shoe": "laces-4711" }
"""


def run(*command, **options):
    return subprocess.run(command, check=True, text=True, capture_output=True, **options).stdout


def size(folder):
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file() and f.suffix not in (".pdb", ".dbg")) / 1e6


def publish(work, mode, with_library):
    project = work / ("with" if with_library else "without")
    target = work / "out" / f"{mode.replace(' ', '-')}-{with_library}"
    for folder in ("bin", "obj"):
        subprocess.run(["rm", "-rf", str(project / folder)], check=True)
    command = ["dotnet", "publish", str(project), "-c", "Release", "-o", str(target), f"-p:With={str(with_library).lower()}", *MODES[mode]]
    done = subprocess.run(command, text=True, capture_output=True)
    if done.returncode:
        sys.exit(f"{mode}: {done.stdout}{done.stderr}")
    warnings = {line.strip() for line in done.stdout.splitlines() if re.search(r"warning IL\d+", line) and "GuruReports" in line}
    return target, warnings


def ask(target):
    program = target / "service"
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GuruMeditation")}
    with subprocess.Popen([str(program)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as service:
        while service.stdout.readline().strip() != "ready":
            pass
        time.sleep(2)
        service.send_signal(signal.SIGUSR1)
        lines = []
        for line in service.stderr:
            lines.append(line.rstrip("\n"))
            if re.match(r"GuruMeditation: report \S+ written", line):
                break
        service.kill()
    return lines


def tells(lines):
    text = "\n".join(lines)
    report = json.loads(text[text.index("{"):text.rindex("}") + 1])
    sections = {section["title"]: section for section in report["sections"]}
    if "known-by-its-settings" not in text or "laces-4711" in text or "Environment" in sections:
        sys.exit("the settings were not read:\n" + text)
    other = [f"{title} {section['status'].lower()}" for title, section in sections.items() if section["status"].lower() != "complete" and title not in SHOWN]
    return [*(said(sections[title]) for title in SHOWN), ", ".join(other) or "complete"]


def said(section):
    reason = section.get("reason")
    return section["status"].lower() if not reason else f"{section['status'].lower()}: {reason}"


def main():
    modes = sys.argv[1:] or list(MODES)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        for package in ("Inspection", "Reporting", "Hosting"):
            run("dotnet", "pack", str(ROOT / f"src/GuruReports.{package}"), "-c", "Release", "-o", str(work / "packages"), f"-p:Version={VERSION}")
        for name in ("with", "without"):
            (work / name).mkdir()
            (work / name / "service.csproj").write_text(PROJECT.replace("@VERSION@", VERSION).replace("@MACHINE@", os.environ.get("NUGET_PACKAGES", str(pathlib.Path.home() / ".nuget/packages"))))
            (work / name / "Program.cs").write_text(PROGRAM)
            (work / name / "appsettings.json").write_text(SETTINGS)
        (work / "nuget.config").write_text('<configuration><packageSources><add key="packed" value="packages" /></packageSources></configuration>')
        rows = ["| Mode | Size without | Added | IL warnings of ours | Settings | Threads | Locks, by the snapshot | All other sections |", "|---|---|---|---|---|---|---|---|"]
        for mode in modes:
            plain, _ = publish(work, mode, False)
            target, warnings = publish(work, mode, True)
            threads, locks, others = tells(ask(target))
            rows.append(f"| {mode} | {size(plain):.1f} MB | {size(target) - size(plain):.1f} MB | {len(warnings)} | read | {threads} | {locks} | {others} |")
            print(rows[-1], flush=True)
            for warning in sorted(warnings):
                print("  " + warning, flush=True)
    if not sys.argv[1:]:
        text = DOCUMENT.read_text()
        table = "<!-- publish modes: begin -->\n" + "\n".join(rows) + "\n<!-- publish modes: end -->"
        DOCUMENT.write_text(re.sub(r"<!-- publish modes: begin -->.*?<!-- publish modes: end -->", lambda _: table, text, flags=re.S))


main()
