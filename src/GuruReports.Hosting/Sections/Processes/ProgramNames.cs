using System.Globalization;
using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.Sections.Processes;

/// <summary>What programs other processes run, where the kernel's name is that of their host: <c>dotnet importer.dll</c> is the importer. What else stands on a command line may be secret.</summary>
internal static class ProgramNames
{
    private const int LongestCommandLine = 1 << 14;
    private const int Most = 10;
    private const string Host = "dotnet";
    private const string Library = ".dll";

    /// <summary>Returns the names of those whose name is known.</summary>
    public static IReadOnlyDictionary<int, string> Of(IEnumerable<int?> processes, SystemFiles files)
    {
        var names = new Dictionary<int, string>();
        foreach (var process in processes.OfType<int>().Distinct().Take(Most))
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}");
            var name = files.ReadText($"{path}/comm", 64)?.Trim();
            if (name == Host && (files.ReadText($"{path}/cmdline", LongestCommandLine) ?? "").Split('\0').Skip(1).FirstOrDefault(static argument => argument.EndsWith(Library, StringComparison.OrdinalIgnoreCase)) is { } program)
            {
                name = Path.GetFileNameWithoutExtension(program);
            }

            if (!string.IsNullOrEmpty(name))
            {
                names[process] = name;
            }
        }

        return names;
    }
}
