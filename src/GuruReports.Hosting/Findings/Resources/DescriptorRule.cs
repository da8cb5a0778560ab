using GuruReports.Hosting.Facts.Resources;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Resources;

/// <summary>GURU014: open descriptors are near their limit.</summary>
internal sealed class DescriptorRule(FindingOptions options) : IFindingRule
{
    private const int Most = 4;

    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (report.Facts<ResourceFacts>()?.Descriptors is not { Limit: > 0 } descriptors)
        {
            return [];
        }

        var share = new UsedShare(descriptors.Used, descriptors.Limit.Value);
        if (share.SeverityFrom(options.DescriptorShare) is not { } severity)
        {
            return [];
        }

        return
        [
            new Finding
            {
                Id = FindingIds.Descriptors,
                Name = "DESCRIPTORS",
                Severity = severity,
                Summary = $"{descriptors.Used} of {descriptors.Limit} descriptors are open ({share}); at the limit files and connections fail",
                Evidence =
                [
                    $"by kind: {string.Join(", ", descriptors.Kinds.Take(Most).Select(kind => $"{kind.Count} × {kind.Name}"))}",
                    .. descriptors.RepeatedFiles.Take(Most).Select(file => $"open {file.Count} times: {file.Name}"),
                    .. descriptors.DeletedFiles > 0 ? new[] { $"{Measures.Count(descriptors.DeletedFiles, "open file")} {(descriptors.DeletedFiles == 1 ? "is" : "are")} deleted and still hold disk space" } : [],
                    .. (report.Facts<ResourceFacts>()?.Sockets?.Peers ?? []).Take(2).Select(peer => $"{peer.Count} connections to {peer.Peer}, {peer.State}"),
                ],
                Advice = "Dispose what is opened most. A higher limit (LimitNOFILE) only helps where so many are meant to be open.",
                Weight = 56,
            },
        ];
    }
}
