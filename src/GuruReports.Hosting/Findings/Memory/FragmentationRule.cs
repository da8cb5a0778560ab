using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Memory;

/// <summary>GURU009: much of the heap is gaps, as pinned or large objects leave them.</summary>
internal sealed class FragmentationRule(FindingOptions options) : IFindingRule
{
    private const long Small = 256L << 20;
    private const int MostTypes = 3;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (report.Facts<RuntimeFacts>()?.GarbageCollector is not { } collector
            || collector.Fragmented < Small || collector.Fragmented < collector.HeapSize * options.FragmentedShare)
        {
            return [];
        }

        return
        [
            new Finding
            {
                Id = FindingIds.Fragmentation,
                Name = "FRAGMENTATION",
                Severity = FindingSeverity.Warning,
                Certainty = FindingCertainty.Likely,
                Summary = $"{Measures.Size(collector.Fragmented)} of the heap's {Measures.Size(collector.HeapSize)} are gaps between objects",
                Evidence =
                [
                    .. collector.Generations.Where(generation => generation.FragmentationAfter > 0).OrderByDescending(generation => generation.FragmentationAfter)
                        .Take(2).Select(generation => $"{generation.Name}: {Measures.Size(generation.FragmentationAfter)} of {Measures.Size(generation.SizeAfter)}"),
                    $"{Measures.Count(collector.PinnedObjects, "pinned object")} at the last collection",
                    .. (report.Facts<SnapshotResult>()?.Heap?.Pinned ?? []).Take(MostTypes).Select(type => $"pinned: {type.Count} × {type.Name}"),
                ],
                Advice = "Pool large buffers (ArrayPool), pin for a shorter time or in the pinned object heap; GCSettings.LargeObjectHeapCompactionMode compacts once.",
                Weight = 30,
            },
        ];
    }
}
