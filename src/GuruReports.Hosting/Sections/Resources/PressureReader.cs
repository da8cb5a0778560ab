using GuruReports.Hosting.Facts.Resources;
using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>Reads pressure stall information: the control group's own where it has it, else the machine's.</summary>
internal static class PressureReader
{
    private static readonly string[] s_resources = ["cpu", "memory", "io"];

    /// <summary>Reads it; empty where the kernel tells none.</summary>
    public static IReadOnlyList<PressureFacts> Read(SystemFiles files, ControlGroup? group)
    {
        var result = new List<PressureFacts>();
        foreach (var resource in s_resources)
        {
            var own = group is { Version: 2, Directory: { } directory } ? Pressure.Parse(files.ReadText($"{directory}/{resource}.pressure", 512)) : null;
            if ((own ?? Pressure.Parse(files.ReadText($"/proc/pressure/{resource}", 512))) is { } pressure)
            {
                result.Add(new PressureFacts(resource, own is null ? "machine" : "control group", pressure.Some10, pressure.Some60, pressure.Full10, pressure.Full60));
            }
        }

        return result;
    }
}
