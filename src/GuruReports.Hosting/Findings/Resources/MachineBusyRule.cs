using GuruReports.Hosting.Model;
using GuruReports.Hosting.Model.Facts;

namespace GuruReports.Hosting.Findings.Resources;

/// <summary>GURU020: the machine has too little CPU, memory or disk for all that runs on it.</summary>
internal sealed class MachineBusyRule : IFindingRule
{
    private const double Steal = 0.1;
    private const double FewMemory = 0.03;

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
        if (resources.Cpu is { MachineBusy: >= 0.95, ProcessShare: { } own, MachineProcessors: { } processors } && own < processors * 0.5)
        {
            yield return $"all {processors} CPUs are busy, this process uses {Words.Number(own)} of them";
        }

        if (resources.Cpu?.MachineStealSincePrevious is >= Steal and var stolen)
        {
            yield return $"the hypervisor gave {Words.Percent(stolen)} of the CPU time to other machines";
        }

        if (resources.Memory is { MachineTotal: > 0 and var total, MachineAvailable: { } available } && available < total * FewMemory)
        {
            yield return $"{Words.Size(available)} of {Words.Size(total)} memory are available";
        }

        foreach (var pressure in resources.Pressure.Where(IsHigh))
        {
            yield return $"tasks waited for {pressure.Resource} in {Words.Number(pressure.Some60)} % of the last minute, all of them in {Words.Number(pressure.Full60 ?? 0)} % ({pressure.Scope})";
        }
    }

    private static bool IsHigh(PressureFacts pressure) => pressure.Resource switch
    {
        "cpu" => pressure.Some60 >= 50,
        "memory" => pressure.Some60 >= 10,
        _ => pressure.Full60 >= 20,
    };
}
