"""Runs every scenario, signals it, and writes its findings to a Markdown file.

Usage: scenario_docs.py <Scenarios.dll> <docs/scenarios.md> [directory with finished reports, one folder a scenario]
"""
import glob
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

INTRO = """# Scenarios

Services that are sick as people really write them, each with a variant written differently, and
healthy ones under load and idle. `dotnet run --project examples/Scenarios -- list` names them,
`-- <name>` runs one; `kill -USR1` its process when it has printed `ready`.

Below, each with what its report said in a real run (`build/scenario-docs.sh` makes this page).
What the findings mean is in [findings.md](findings.md). `build/scenarios.sh` runs all of them many
times and prints the score.
"""

SETTINGS = {
    "DOTNET_ENVIRONMENT": "Production",
    "GuruMeditation__Destination": "File",
    "GuruMeditation__MinimumInterval": "00:00:00",
    "GuruMeditation__Watchdog__Enabled": "false",
    "GuruMeditation__SectionTimeout": "00:00:20",
    "GuruMeditation__ReportTimeout": "00:01:20",
    "GuruMeditation__Snapshot__Timeout": "00:00:30",
    "GuruMeditation__Findings__StartLimit": "00:00:00",
    "GuruMeditation__Findings__StopLimit": "00:00:00",
    "GuruMeditation__Findings__MemoryGrowthInterval": "00:00:01",
    "GuruMeditation__Findings__Disabled__0": "GURU020",
    "GuruMeditation__Findings__Disabled__1": "GURU021",
}


def reports(directory):
    return sorted(glob.glob(os.path.join(directory, "*_gurumeditation_*.txt")))


def run(program, scenario, directory):
    environment = {**os.environ, **SETTINGS, "GuruMeditation__Directory": directory, **scenario["environment"]}
    child = subprocess.Popen(["dotnet", program, scenario["name"]], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        for line in child.stdout:
            if line.strip() == "ready":
                break
        for number in range(scenario["reports"]):
            child.send_signal(signal.SIGUSR1)
            limit = time.monotonic() + 120
            while len(reports(directory)) <= number and time.monotonic() < limit:
                time.sleep(0.1)
            time.sleep(2)
    finally:
        child.kill()
        child.wait()


def findings(text):
    rule = "=" * 72
    parts = text.split(rule + "\n")
    at = next(i for i, part in enumerate(parts) if part.startswith("====") and "Findings" in part)
    return re.sub(r"/\S*/(?=invoice-template)", "/…/", parts[at + 1].rstrip())


def main(program, output, finished=None):
    scenarios = json.loads(subprocess.check_output(["dotnet", program, "list", "--json"]))
    pages = [INTRO]
    for kind, title in (("Sick", "Sick"), ("Variant", "The same sickness, written differently"), ("Healthy", "Healthy")):
        pages.append(f"\n## {title}\n")
        for scenario in (s for s in scenarios if s["kind"] == kind):
            with tempfile.TemporaryDirectory() as made:
                directory = os.path.join(finished, scenario["name"]) if finished else made
                if not finished:
                    run(program, scenario, directory)
                found = reports(directory)
                if not found:
                    print(f"{scenario['name']}: no report", file=sys.stderr)
                    continue
                with open(found[-1], encoding="utf-8") as file:
                    box = findings(file.read())
            symptom = "" if kind == "Healthy" else f"{scenario['symptom']}\n\n"
            pages.append(f"### {scenario['name']}\n\n{symptom}```\n{box}\n```\n")
    with open(output, "w", encoding="utf-8") as file:
        file.write("\n".join(pages))


if __name__ == "__main__":
    main(*sys.argv[1:])
