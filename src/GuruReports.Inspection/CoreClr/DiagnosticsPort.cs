using System.Diagnostics.Tracing;
using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Threads;
using Microsoft.Diagnostics.NETCore.Client;

namespace GuruReports.Inspection.CoreClr;

/// <summary>Records a short trace of this process through its own diagnostics port.</summary>
internal static class DiagnosticsPort
{
    private const long RundownKeywords = 0x20118;
    private const int BufferMegabytes = 64;
    private static readonly TimeSpan SampleTime = TimeSpan.FromMilliseconds(20);

    // Many times what it takes where it works.
    private static readonly TimeSpan FirstTryTime = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Records for a moment and returns the trace with the rundown at its end. Tries twice: on a busy machine the runtime can
    /// block on the full socket with a lock that the reader comes to need. The end of the session frees both.
    /// </summary>
    /// <exception cref="WayFailedException">There is no port, or it did not answer in time.</exception>
    public static byte[] Record(Deadline deadline)
    {
        var half = deadline.Left / 2;
        return TryRecord(half < FirstTryTime ? half : FirstTryTime) ?? TryRecord(deadline.Left)
            ?? throw new WayFailedException("the port did not answer within the deadline", isLasting: false);
    }

    private static byte[]? TryRecord(TimeSpan limit)
    {
        byte[]? trace = null;
        Exception? failure = null;
        EventPipeSession? session = null;
        var recorder = LibraryThread.TryStart("guru-port", () =>
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
        }) ?? throw new WayFailedException("no thread could be started for it", isLasting: false);

        var ended = recorder.Join(limit);
        session?.Dispose();
        return (ended, failure) switch
        {
            (true, ServerNotAvailableException) => throw new WayFailedException(
                $"this process has no diagnostics socket in {Path.GetTempPath()}, because diagnostics are off or the folder is another or gone", isLasting: true),
            (true, { } error) => throw new WayFailedException(error.Message.TrimEnd('.'), isLasting: false),
            (true, null) => trace,
            _ => null,
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
        Exception? refusal = null;
        var stopper = LibraryThread.TryStart("guru-port-stop", () =>
        {
            Thread.Sleep(SampleTime);
            try
            {
                session.Stop();
            }

            // Nothing may escape from this thread. A session that cannot be told to stop has no end: the reader must not wait for it.
            catch (Exception error)
            {
                refusal = error;
                session.Dispose();
            }
        }) ?? throw new WayFailedException("no thread could be started to end it", isLasting: false);

        var trace = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        try
        {
            while ((count = session.EventStream.Read(buffer, 0, buffer.Length)) > 0)
            {
                trace.Write(buffer, 0, count);
            }
        }
        finally
        {
            stopper.Join();
        }

        return refusal is null ? trace.ToArray() : throw refusal;
    }
}
