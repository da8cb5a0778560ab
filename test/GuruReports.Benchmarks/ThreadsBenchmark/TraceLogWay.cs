using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing.Etlx;

namespace GuruReports.Benchmarks.ThreadsBenchmark;

/// <summary>
/// What dotnet-stack does, in process: a trace through the diagnostics port into a file, read by TraceEvent's TraceLog. It is
/// spared the tool's start and its thread-time computation, so the real tool is slower.
/// </summary>
internal static class TraceLogWay
{
    private static readonly TimeSpan SampleTime = TimeSpan.FromMilliseconds(10);

    /// <summary>Captures once; returns the number of threads with a stack, of frames, and of suspensions.</summary>
    public static (int Threads, int Frames, int Suspensions) Capture()
    {
        var path = Path.GetTempFileName();
        try
        {
            Record(path);
            return Read(path);
        }
        finally
        {
            File.Delete(path);
            File.Delete(path + ".etlx");
        }
    }

    private static void Record(string path)
    {
        var client = new DiagnosticsClient(Environment.ProcessId);
        using var session = client.StartEventPipeSession([new EventPipeProvider("Microsoft-DotNETCore-SampleProfiler", EventLevel.Informational)]);
        using var file = File.Create(path);
        var copy = new Thread(() => session.EventStream.CopyTo(file));
        copy.Start();
        Thread.Sleep(SampleTime);
        session.Stop();
        copy.Join();
    }

    private static (int Threads, int Frames, int Suspensions) Read(string path)
    {
        using var log = new TraceLog(TraceLog.CreateFromEventPipeDataFile(path, path + ".etlx"));
        var samples = new Dictionary<int, int>();
        var frames = 0;
        foreach (var sample in log.Events)
        {
            if (sample.ProviderName != "Microsoft-DotNETCore-SampleProfiler")
            {
                continue;
            }

            samples[sample.ThreadID] = samples.GetValueOrDefault(sample.ThreadID) + 1;
            if (samples[sample.ThreadID] > 1)
            {
                continue;
            }

            for (var frame = sample.CallStack(); frame is not null; frame = frame.Caller)
            {
                frames += frame.CodeAddress.FullMethodName.Length > 0 ? 1 : 0;
            }
        }

        return (samples.Count, frames, samples.Values.DefaultIfEmpty().Max());
    }
}
