using System.Runtime.InteropServices;
using NativeMemory = GuruReports.Inspection.CoreClr.Layout.NativeMemory;

namespace GuruReports.Inspection.CoreClr.Sampling;

/// <summary>
/// Finds the stack of a sample event. The native buffer holds, before the payload, the event's header and its addresses;
/// the header refers back to the payload and repeats count, time and thread (dotnet/runtime, ep-event-instance.h). Only if
/// all of them agree is the stack accepted.
/// </summary>
internal static class SampleEvent
{
    private const int ThreadIdOffset = 32;
    private const int TimeStampOffset = 40;
    private const int PayloadOffset = 56;
    private const int PayloadLengthOffset = 72;
    private const int CountOffset = 80;
    private const int HeaderSize = 88;
    private const int Window = HeaderSize + (StackBatch.FrameLimit * 8);
    private const ulong PageMask = 4095;

    /// <summary>Adds the event's stack to the batch, or counts it as dropped.</summary>
    public static void Read(in EventSessionApi.Event sample, StackBatch batch)
    {
        Span<byte> raw = stackalloc byte[Window + 4];
        var payload = (ulong)sample.Payload;
        var before = Window;
        if (sample.PayloadLength != 4 || payload < Window)
        {
            batch.Dropped++;
            return;
        }

        // The first event of a buffer may have fewer bytes before it than the window; then the page's start is the limit.
        if (!NativeMemory.TryRead(payload - Window, raw))
        {
            before = (int)(payload & PageMask);
            if (before >= Window || !NativeMemory.TryRead(payload - (ulong)before, raw[(Window - before)..]))
            {
                batch.Dropped++;
                return;
            }
        }

        var readable = raw.Slice(Window - before, before);
        var count = FindCount(readable, sample);
        if (count < 0)
        {
            batch.Dropped++;
            return;
        }

        var start = batch.Addresses.Count;
        foreach (var address in MemoryMarshal.Cast<byte, ulong>(readable[(before - (count * 8))..]))
        {
            batch.Addresses.Add(address);
        }

        batch.Samples.Add(new StackSample((int)sample.ThreadId, start, count, MemoryMarshal.Read<uint>(raw[Window..]) == 2));
    }

    private static int FindCount(ReadOnlySpan<byte> before, in EventSessionApi.Event sample)
    {
        for (var count = 0; count <= StackBatch.FrameLimit; count++)
        {
            var start = before.Length - (count * 8) - HeaderSize;
            if (start < 0)
            {
                break;
            }

            var header = before[start..];
            if (MemoryMarshal.Read<ulong>(header[PayloadOffset..]) == (ulong)sample.Payload
                && MemoryMarshal.Read<int>(header[CountOffset..]) == count
                && MemoryMarshal.Read<ulong>(header[ThreadIdOffset..]) == sample.ThreadId
                && MemoryMarshal.Read<long>(header[TimeStampOffset..]) == sample.TimeStamp
                && MemoryMarshal.Read<uint>(header[PayloadLengthOffset..]) == sample.PayloadLength)
            {
                return count;
            }
        }

        return -1;
    }
}
