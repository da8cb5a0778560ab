using System.Text;
using GuruReports.Hosting.Sinks.Native;

namespace GuruReports.Hosting.Sinks;

/// <summary>Removes old report files of one service, by count and by size; the newest one always stays.</summary>
internal sealed class ReportRetention(int count, long bytes)
{
    private static readonly TimeSpan s_abandoned = TimeSpan.FromHours(1);

    /// <summary>Removes what is too much. A file that cannot be removed stays.</summary>
    internal void Apply(string directory, string prefix, string newest)
    {
        var kept = 0;
        var keptBytes = 0L;
        foreach (var file in Reports(directory, prefix, newest))
        {
            keptBytes += file.Length;
            if (kept == 0 || (kept < count && keptBytes <= bytes))
            {
                kept++;
                continue;
            }

            Remove(file);
        }
    }

    // The newest first. Times in names sort as text.
    private static List<FileInfo> Reports(string directory, string prefix, string newest)
    {
        var reports = new List<FileInfo>();
        foreach (var file in new DirectoryInfo(directory).EnumerateFiles())
        {
            if (ReportFileName.IsOf(file.Name, prefix) && IsOwn(file))
            {
                reports.Add(file);
            }
            else if (IsAbandoned(file, prefix) && IsOwn(file))
            {
                Remove(file);
            }
        }

        reports.Sort((left, right) => Order(left, right, prefix, newest));
        return reports;
    }

    // Links, pipes and what another user has put there are none of ours, whatever their names.
    private static bool IsOwn(FileInfo file)
    {
        if (!OperatingSystem.IsLinux())
        {
            return file.LinkTarget is null;
        }

        var status = FileStatus.Of(Encoding.UTF8.GetBytes(file.FullName + '\0'), followLink: false, out var error);
        return error == 0 && status.IsRegular && status.Owner == DescriptorCalls.EffectiveUser();
    }

    private static int Order(FileInfo left, FileInfo right, string prefix, string newest)
    {
        if (left.Name == newest || right.Name == newest)
        {
            return left.Name == newest ? (right.Name == newest ? 0 : -1) : 1;
        }

        var byName = string.CompareOrdinal(right.Name, prefix.Length, left.Name, prefix.Length, ReportFileName.TimeLength);
        return byName != 0 ? byName : right.LastWriteTimeUtc.CompareTo(left.LastWriteTimeUtc);
    }

    // What a process that was killed while it wrote has left.
    private static bool IsAbandoned(FileInfo file, string prefix) =>
        file.Name.StartsWith(ReportFileName.UnfinishedPrefix, StringComparison.Ordinal)
        && ReportFileName.IsOf(file.Name.AsSpan(ReportFileName.UnfinishedPrefix.Length), prefix)
        && DateTime.UtcNow - file.LastWriteTimeUtc > s_abandoned;

    private static void Remove(FileInfo file)
    {
        try
        {
            file.Delete();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Too many reports are better than none: the new one is there.
        }
    }
}
