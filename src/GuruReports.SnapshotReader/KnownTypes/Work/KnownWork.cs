using GuruReports.SnapshotReader.Runtime;

namespace GuruReports.SnapshotReader.KnownTypes.Work;

/// <summary>All rows of what objects of libraries mean as work. A row whose field is gone is named, and costs what it told.</summary>
internal static class KnownWork
{
    public static IReadOnlyList<RuntimeEntry> All { get; } = [.. KestrelRows.All, .. HostingRows.All, .. EndpointRows.All, .. ActivityRows.All];
}
