using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Snapshot.Helper;
using GuruReports.Inspection.Snapshot.Protocol;

namespace GuruReports.Hosting.Sections.Processes;

/// <summary>Sets apart the processes that the library starts to make a report: a report is about the service. Pure.</summary>
internal static class OwnProcesses
{
    /// <summary>Returns a process without those below it that belong to the report.</summary>
    public static ProcessEntry Without(ProcessEntry process) => process with { Children = [.. process.Children.Where(static child => !IsOwn(child)).Select(Without)] };

    // The image and the helper's parent are named after the threads that made them; the helper is its parent's child as long as that lives.
    private static bool IsOwn(ProcessEntry process) =>
        process.Stat.Name.StartsWith(LibraryThreads.Prefix, StringComparison.Ordinal)
        || process.Arguments.Any(static argument => Path.GetFileName(argument) is HelperFolder.Hosted or HelperFolder.Native);
}
