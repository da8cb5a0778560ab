using GuruReports.Hosting.Facts.Resources;
using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>Turns what was read of the descriptors into facts.</summary>
internal static class DescriptorFactsReader
{
    private const int MostFiles = 10;

    // A file that is open a few times is nothing: the runtime itself opens each assembly twice.
    private const int LeastOften = 5;

    /// <summary>Turns it; null where the descriptors cannot be listed.</summary>
    public static DescriptorFacts? From(DescriptorKinds? descriptors, IReadOnlyList<ResourceLimit> limits)
    {
        if (descriptors is null)
        {
            return null;
        }

        return new DescriptorFacts
        {
            Used = descriptors.Used,
            Limit = limits.FirstOrDefault(limit => limit.Name == ResourceLimit.OpenFiles)?.Soft,
            Kinds = Counts(descriptors.Kinds, 1, int.MaxValue),
            RepeatedFiles = Counts(descriptors.Files, LeastOften, MostFiles),
            DeletedFiles = descriptors.Deleted,
            Examined = descriptors.Examined,
        };
    }

    private static List<CountFacts> Counts(IReadOnlyDictionary<string, int> counts, int least, int most) =>
        [.. counts.Keys.Where(name => counts[name] >= least).OrderByDescending(name => counts[name]).ThenBy(name => name, StringComparer.Ordinal).Take(most).Select(name => new CountFacts(name, counts[name]))];
}
