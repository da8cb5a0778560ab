using System.Diagnostics.Tracing;
using GuruReports.Inspection.Threads;
using Microsoft.Diagnostics.NETCore.Client;

namespace GuruReports.Inspection.CoreClr;

/// <summary>Records a short trace of this process through its own diagnostics port.</summary>
internal static class DiagnosticsPort
{
    private const long RundownKeywords = 0x20118;
    private const int BufferMegabytes = 64;
    private static readonly TimeSpan SampleTime = TimeSpan.FromMilliseconds(20);

    /// <summary>Records until every thread was sampled at least once, and returns the trace with the rundown at its end.</summary>
    /// <exception cref="WayFailedException">There is no port, or it did not answer in time.</exception>
    public static byte[] Record(Deadline deadline)
    {
        byte[]? trace = null;
        Exception? failure = null;
        EventPipeSession? session = null;
        var recorder = new Thread(() =>
        {
            try
            {
                session = Start();
                trace = ReadAll(session);
            }

            // Whatever the port does becomes the reason why this way fails.
            catch (Exception error)
            {
                failure = error;
            }
        })
        { IsBackground = true, Name = "GuruReports port" };
        recorder.Start();

        var ended = recorder.Join(deadline.Left);
        session?.Dispose();
        return (ended, failure, trace) switch
        {
            (true, null, { } bytes) => bytes,
            (true, ServerNotAvailableException, _) => throw new WayFailedException(
                $"this process has no diagnostics socket in {Path.GetTempPath()}, because diagnostics are off or the folder is another or gone", isLasting: true),
            (true, { } error, _) => throw new WayFailedException(error.Message.TrimEnd('.'), isLasting: false),
            _ => throw new WayFailedException("the port did not answer within the deadline", isLasting: false),
        };
    }

    private static EventPipeSession Start()
    {
        var client = new DiagnosticsClient(Environment.ProcessId);
        var provider = new EventPipeProvider("Microsoft-DotNETCore-SampleProfiler", EventLevel.Informational);
        return client.StartEventPipeSession(new EventPipeSessionConfiguration([provider], BufferMegabytes, RundownKeywords, requestStackwalk: true));
    }

    // The port answers the stop only after the rundown is written, so the stop waits on a thread of its own while this one reads.
    private static byte[] ReadAll(EventPipeSession session)
    {
        var stopper = new Thread(() =>
        {
            Thread.Sleep(SampleTime);
            try
            {
                session.Stop();
            }
            catch (Exception error) when (error is IOException or ServerNotAvailableException or EndOfStreamException or ObjectDisposedException)
            {
                // The reader sees the end, or the deadline comes.
            }
        })
        { IsBackground = true, Name = "GuruReports stop" };
        stopper.Start();

        var trace = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = session.EventStream.Read(buffer, 0, buffer.Length)) > 0)
        {
            trace.Write(buffer, 0, count);
        }

        stopper.Join();
        return trace.ToArray();
    }
}
