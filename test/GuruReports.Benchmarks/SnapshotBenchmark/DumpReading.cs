using Microsoft.Diagnostics.Runtime;

namespace GuruReports.Benchmarks.SnapshotBenchmark;

/// <summary>What ClrMD as it comes does with a dump file: stacks of all threads, then every object.</summary>
internal static class DumpReading
{
    public static string Run(string path)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        using var target = DataTarget.LoadDump(path);
        using var runtime = target.ClrVersions[0].CreateRuntime();
        var frames = runtime.Threads.Sum(thread => thread.EnumerateStackTrace().Count());
        var threads = watch.ElapsedMilliseconds;
        long objects = 0, bytes = 0;
        try
        {
            foreach (var item in runtime.Heap.EnumerateObjects())
            {
                objects++;
                bytes += (long)item.Size;
            }
        }
        catch (Exception exception)
        {
            // The dump's reader is the thing compared with: that it fails on a file is a result.
            return $"ClrMD failed on the file: {exception.GetType().Name}: {exception.Message}";
        }

        return FormattableString.Invariant($"{frames} frames in {threads} ms, {objects} objects ({bytes >> 20} MB) after {watch.ElapsedMilliseconds} ms");
    }
}
