using System.Runtime.InteropServices;
using NativeMemory = GuruReports.Inspection.CoreClr.Layout.NativeMemory;

namespace GuruReports.Inspection.CoreClr.Sampling;

/// <summary>
/// Finds the stack of an event. The native buffer holds, before the payload, the event's header and its addresses;
/// the header refers back to the payload and repeats count, time and thread (dotnet/runtime, ep-event-instance.h). Only if
/// all of them agree is the stack accepted.
/// </summary>
internal static class EventStack
{
    /// <summary>The most of a payload that is read.</summary>
    public const int PayloadLimit = 1024;

    private const int ThreadIdOffset = 32;
    private const int TimeStampOffset = 40;
    private const int PayloadOffset = 56;
    private const int PayloadLengthOffset = 72;
    private const int CountOffset = 80;
    private const int HeaderSize = 88;
    private const int Window = HeaderSize + (StackBatch.FrameLimit * 8);
    private const ulong PageMask = 4095;

    /// <summary>Reads the start of an event's payload and adds its addresses to a list; their number, or -1 where anything does not agree.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="payload">Receives the start of the payload, all of it; at most <see cref="PayloadLimit"/>, and no more than there is.</param>
    /// <param name="addresses">Receives the addresses, leaf first.</param>
    public static int Read(in EventSessionApi.Event happened, Span<byte> payload, List<ulong> addresses)
    {
        Span<byte> buffer = stackalloc byte[Window + PayloadLimit];
        var raw = buffer[..(Window + payload.Length)];
        var start = (ulong)happened.Payload;
        var before = Window;
        if (start < Window)
        {
            return -1;
        }

        // The first event of a buffer may have fewer bytes before it than the window; then the page's start is the limit.
        if (!NativeMemory.TryRead(start - Window, raw))
        {
            before = (int)(start & PageMask);
            if (before >= Window || !NativeMemory.TryRead(start - (ulong)before, raw[(Window - before)..]))
            {
                return -1;
            }
        }

        var readable = raw.Slice(Window - before, before);
        var count = FindCount(readable, happened);
        if (count < 0)
        {
            return -1;
        }

        foreach (var address in MemoryMarshal.Cast<byte, ulong>(readable[(before - (count * 8))..]))
        {
            addresses.Add(address);
        }

        raw[Window..].CopyTo(payload);
        return count;
    }

    private static int FindCount(ReadOnlySpan<byte> before, in EventSessionApi.Event happened)
    {
        for (var count = 0; count <= StackBatch.FrameLimit; count++)
        {
            var start = before.Length - (count * 8) - HeaderSize;
            if (start < 0)
            {
                break;
            }

            var header = before[start..];
            if (MemoryMarshal.Read<ulong>(header[PayloadOffset..]) == (ulong)happened.Payload
                && MemoryMarshal.Read<int>(header[CountOffset..]) == count
                && MemoryMarshal.Read<ulong>(header[ThreadIdOffset..]) == happened.ThreadId
                && MemoryMarshal.Read<long>(header[TimeStampOffset..]) == happened.TimeStamp
                && MemoryMarshal.Read<uint>(header[PayloadLengthOffset..]) == happened.PayloadLength)
            {
                return count;
            }
        }

        return -1;
    }
}
