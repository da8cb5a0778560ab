using System.Runtime.InteropServices;

namespace GuruReports.Inspection.CoreClr.Sampling;

/// <summary>Reads an event of the runtime's sample profiler: the stack of one thread.</summary>
internal static class SampleEvent
{
    private const int PayloadLength = 4;
    private const uint Managed = 2;

    /// <summary>Adds the event's stack to the batch, or counts it as dropped.</summary>
    public static void Read(in EventSessionApi.Event sample, StackBatch batch)
    {
        Span<byte> payload = stackalloc byte[PayloadLength];
        var start = batch.Addresses.Count;
        var count = sample.PayloadLength == PayloadLength ? EventStack.Read(sample, payload, batch.Addresses) : -1;
        if (count < 0)
        {
            batch.Dropped++;
            return;
        }

        batch.Samples.Add(new StackSample((int)sample.ThreadId, start, count, MemoryMarshal.Read<uint>(payload) == Managed));
    }
}
