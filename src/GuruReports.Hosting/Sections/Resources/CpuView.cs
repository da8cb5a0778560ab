using System.Globalization;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>Shows the CPU facts. Pure.</summary>
internal static class CpuView
{
    /// <summary>Turns them into a value.</summary>
    public static ReportMap Show(CpuFacts cpu)
    {
        var window = cpu.Window is { } span ? $"over {Measures.Duration(span)}" : null;
        var map = new MapBuilder()
            .Add("processors", cpu.ProcessorCount, cpu.MachineProcessors is { } all && all != cpu.ProcessorCount ? $"the machine has {all}" : null)
            .AddKnown("process, now", Cpus(cpu.ProcessShare), window)
            .AddKnown("its descendants, now", Cpus(cpu.DescendantShare is > 0 ? cpu.DescendantShare : null), window)
            .AddKnown("others, now", Cpus(cpu.OthersShare), cpu.OthersShareSincePrevious is { } others ? string.Create(CultureInfo.InvariantCulture, $"{others:0.##} CPUs since the previous look") : null)
            .AddKnown("process, since the previous look", Cpus(cpu.ProcessShareSincePrevious))
            .AddKnown("time in own code", cpu.UserTime is { } user ? new ReportDuration(user) : null)
            .AddKnown("time in the kernel", cpu.SystemTime is { } system ? new ReportDuration(system) : null)
            .AddKnown("machine busy", cpu.MachineBusy is { } busy ? Amount.Percent(busy) : null, window)
            .AddKnown("stolen by the hypervisor", cpu.MachineSteal is { } steal ? Amount.Percent(steal) : null, Earlier(cpu.MachineStealSincePrevious));
        if (cpu.Load.Count > 0)
        {
            map.Add("load", string.Join("  ", cpu.Load.Select(load => load.ToString("0.00", CultureInfo.InvariantCulture))), "of the machine, over 1, 5 and 15 min");
        }

        return map.Build();
    }

    private static ReportNumber? Cpus(double? share) => share is { } known ? new ReportNumber(Math.Round(known, 2), "CPUs") : null;

    private static string? Earlier(double? share) =>
        share is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known * 100:0.#} % since the previous look") : null;
}
