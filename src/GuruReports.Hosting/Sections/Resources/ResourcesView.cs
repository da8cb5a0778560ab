using System.Globalization;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>Turns the facts about resources into what a report shows of them. Pure.</summary>
internal static class ResourcesView
{
    /// <summary>Sums the facts up in one line.</summary>
    public static string Summarize(ResourceFacts facts)
    {
        var parts = new List<string>();
        if (facts.Memory?.Resident is { } resident)
        {
            var limit = facts.ControlGroup?.MemoryLimit is { } most ? $" of {Measures.Size(most)}" : "";
            parts.Add($"memory {Measures.Size(resident)}{limit}");
        }

        if (facts.Cpu is { ProcessShare: { } share } cpu)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"CPU {share:0.##} of {facts.ControlGroup?.CpuLimit ?? cpu.ProcessorCount:0.##}"));
        }

        if (facts.Descriptors is { } descriptors)
        {
            parts.Add(descriptors.Limit is { } most ? $"{descriptors.Used} of {most} descriptors" : Measures.Count(descriptors.Used, "descriptor"));
        }

        return string.Join("; ", parts);
    }

    /// <summary>Turns the facts into a value.</summary>
    public static ReportMap Show(ResourceFacts facts)
    {
        var map = new MapBuilder()
            .Add("memory", facts.Memory is { } memory ? Show(memory) : ReportUnknown.None)
            .Add("CPU", facts.Cpu is { } cpu ? CpuView.Show(cpu) : ReportUnknown.None)
            .Add("control group", facts.ControlGroup is { } group ? ControlGroupView.Show(group, facts.RecentThrottling) : new ReportText("none"));
        if (facts.Pressure.Count > 0)
        {
            map.Add("pressure, share of time waited", Show(facts.Pressure));
        }

        return map
            .Add("descriptors", facts.Descriptors is { } descriptors ? Show(descriptors) : new ReportUnknown("/proc/self/fd cannot be read"))
            .Add("TCP sockets", facts.Sockets is { } sockets ? SocketView.Show(sockets) : new ReportUnknown("/proc/self/net/tcp cannot be read"))
            .Add("disks", Show(facts.Disks))
            .Build();
    }

    private static ReportMap Show(MemoryFacts memory) => new MapBuilder()
        .AddKnown("resident", memory.Resident, memory.ResidentAnonymous is { } anonymous ? $"{Measures.Size(anonymous)} of it heaps and stacks" : null)
        .AddKnown("resident at most", memory.ResidentPeak)
        .AddKnown("swapped out", memory.Swapped)
        .AddKnown("address space", memory.Virtual)
        .AddKnown("machine", memory.MachineTotal, memory.MachineAvailable is { } available ? $"{Measures.Size(available)} available" : null)
        .AddKnown("machine's swap", memory.SwapTotal, memory.SwapFree is { } free ? $"{Measures.Size(free)} free" : null)
        .Build();

    private static ReportTable Show(IReadOnlyList<PressureFacts> pressure) => new(
        ["Resource", "Whose", "Some 10 s", "Some 60 s", "All 10 s", "All 60 s"],
        [.. pressure.Select(one => (IReadOnlyList<ReportValue>)[one.Resource, one.Scope, Percent(one.Some10), Percent(one.Some60), Percent(one.Full10), Percent(one.Full60)])]);

    private static ReportValue Percent(double? percent) => percent is { } known ? new ReportNumber(known, "%") : new ReportText("-");

    private static ReportMap Show(DescriptorFacts descriptors)
    {
        var map = new MapBuilder().Add(
            "open",
            descriptors.Used,
            descriptors.Limit is { } limit ? $"{Amount.Share(descriptors.Used, limit)} of the limit of {limit}" : "no limit");
        map.Add("kinds", string.Join(", ", descriptors.Kinds.Select(kind => $"{kind.Count} {kind.Name}")), descriptors.Examined < descriptors.Used ? $"of the first {descriptors.Examined}" : null);
        if (descriptors.DeletedFiles > 0)
        {
            map.Add("deleted files still open", descriptors.DeletedFiles);
        }

        if (descriptors.RepeatedFiles.Count > 0)
        {
            map.Add("open many times", new ReportList([.. descriptors.RepeatedFiles.Select(file => new ReportText($"{file.Count} × {file.Name}"))]));
        }

        return map.Build();
    }

    private static ReportTable Show(IReadOnlyList<DiskFacts> disks) => new(
        ["Disk of", "Available", "Size", "Free", "Files free", "Format", "Path", "Mounted at"],
        [.. disks.Select(disk => (IReadOnlyList<ReportValue>)
            [
                disk.Purpose,
                disk.Available is { } available ? new ReportSize(available) : new ReportUnknown(disk.Problem),
                disk.Total is { } total ? new ReportSize(total) : ReportUnknown.None,
                disk is { Available: { } part, Total: > 0 and var whole } ? Amount.Percent((double)part / whole) : ReportUnknown.None,
                disk.InodesAvailable is { } files ? new ReportNumber(files) : ReportUnknown.None,
                disk.IsReadOnly ? $"{disk.Format}, read-only" : disk.Format ?? "",
                disk.Path,
                disk.Mount ?? "",
            ])]);
}
