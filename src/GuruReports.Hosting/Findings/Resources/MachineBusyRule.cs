using GuruReports.Hosting.Facts.Resources;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Resources;

/// <summary>GURU020: the machine has too little CPU, memory or disk for all that runs on it.</summary>
internal sealed class MachineBusyRule : IFindingRule
{
    private const double Steal = 0.1;
    private const double FewMemory = 0.03;
    private const double AllBusy = 0.95;

    // Not half: while it is measured, the report takes its part of the machine too.
    private const double Much = 0.4;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (report.Facts<ResourceFacts>() is not { } resources)
        {
            return [];
        }

        var evidence = Signs(resources).ToList();
        if (evidence.Count == 0)
        {
            return [];
        }

        return
        [
            new Finding
            {
                Id = FindingIds.MachineBusy,
                Name = "MACHINE BUSY",
                Severity = FindingSeverity.Warning,
                Certainty = FindingCertainty.Likely,
                Summary = "the machine is short of what the service needs; not all slowness is the service's own",
                Evidence = evidence,
                Advice = "See what else runs on this machine, or move the service.",
                Weight = 15,
            },
        ];
    }

    private static IEnumerable<string> Signs(ResourceFacts resources)
    {
        if (resources.Cpu is { MachineBusy: >= AllBusy, OthersShare: { } others, MachineProcessors: { } processors } && others >= processors * Much)
        {
            yield return $"all {processors} CPUs are busy: others use {Words.Number(others)} of them, this process {Words.Number(resources.Cpu.ProcessShare ?? 0)}";
        }

        if (resources.Cpu?.MachineStealSincePrevious is >= Steal and var stolen)
        {
            yield return $"the hypervisor gave {Words.Percent(stolen)} of the CPU time to other machines";
        }

        if (resources.Memory is { MachineTotal: > 0 and var total, MachineAvailable: { } available } && available < total * FewMemory)
        {
            yield return $"{Measures.Size(available)} of {Measures.Size(total)} memory are available";
        }

        foreach (var pressure in resources.Pressure.Where(pressure => IsHigh(pressure, resources.Cpu)))
        {
            yield return $"tasks waited for {pressure.Resource} in {Words.Number(pressure.Some60)} % of the last minute, all of them in {Words.Number(pressure.Full60 ?? 0)} % ({pressure.Scope})";
        }
    }

    private static bool IsHigh(PressureFacts pressure, CpuFacts? cpu) => pressure.Resource switch
    {
        "cpu" => pressure.Some60 >= 50 && OthersTakeMuch(cpu),
        "memory" => pressure.Some60 >= 10,
        _ => pressure.Full60 >= 20,
    };

    // A service with more work than CPUs waits for a CPU too, and so do those that it starts.
    private static bool OthersTakeMuch(CpuFacts? cpu) => (cpu?.OthersShareSincePrevious ?? cpu?.OthersShare) >= cpu?.MachineProcessors * Much;
}
