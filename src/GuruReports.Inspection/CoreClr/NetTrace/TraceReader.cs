using GuruReports.Inspection.CoreClr.Layout;

namespace GuruReports.Inspection.CoreClr.NetTrace;

/// <summary>
/// Reads a trace in the runtime's "nettrace" format, version 4 (microsoft/perfview, NetTraceFormat_v5.md and its predecessor):
/// objects that hold blocks of event descriptions, events and stacks.
/// </summary>
internal sealed class TraceReader
{
    private const byte BeginObject = 5;
    private const byte EndObject = 6;
    private const byte NullReference = 1;
    private const int TraceObjectSize = 48;

    private readonly Dictionary<int, (string Provider, int Id)> _descriptions = [];

    public delegate void EventHandler(in TraceEvent head, ReadOnlySpan<byte> payload);

    /// <summary>Gets the stacks by number: addresses, leaf first.</summary>
    public Dictionary<int, ulong[]> Stacks { get; } = [];

    /// <summary>Reads a whole trace.</summary>
    /// <exception cref="ShapeException">The trace has another format.</exception>
    public void Read(ReadOnlySpan<byte> trace, EventHandler handler)
    {
        var cursor = new TraceCursor(trace);
        if (!cursor.Bytes(8).SequenceEqual("Nettrace"u8) || !cursor.Bytes(cursor.Value<int>()).SequenceEqual("!FastSerialization.1"u8))
        {
            throw new ShapeException("the runtime sent another trace format");
        }

        // A stack can follow the event that names it, so events are read in a second pass over the same bytes.
        var start = cursor.Position;
        ReadObjects(ref cursor, handler: null);
        cursor.Position = start;
        ReadObjects(ref cursor, handler);
    }

    private void ReadObjects(ref TraceCursor cursor, EventHandler? handler)
    {
        while (!cursor.AtEnd && cursor.Value<byte>() == BeginObject)
        {
            if (cursor.Value<byte>() != BeginObject || cursor.Value<byte>() != NullReference)
            {
                throw new ShapeException("a trace holds an unknown object");
            }

            _ = cursor.Value<long>();
            var name = System.Text.Encoding.UTF8.GetString(cursor.Bytes(cursor.Value<int>()));
            Expect(ref cursor, EndObject);
            if (name == "Trace")
            {
                _ = cursor.Bytes(TraceObjectSize);
            }
            else
            {
                var size = cursor.Value<int>();
                cursor.Position = (cursor.Position + 3) & ~3;
                ReadBlock(name, cursor.Bytes(size), handler);
            }

            Expect(ref cursor, EndObject);
        }
    }

    private void ReadBlock(string name, ReadOnlySpan<byte> block, EventHandler? handler)
    {
        if (name == "StackBlock" && handler is null)
        {
            ReadStacks(block);
        }
        else if (name == "MetadataBlock" && handler is null)
        {
            ReadEvents(block, ReadDescription);
        }
        else if (name == "EventBlock" && handler is not null)
        {
            ReadEvents(block, handler);
        }
    }

    private void ReadStacks(ReadOnlySpan<byte> block)
    {
        var cursor = new TraceCursor(block);
        var id = cursor.Value<int>();
        var count = cursor.Value<int>();
        for (var index = 0; index < count; index++)
        {
            var size = cursor.Value<int>();
            Stacks[id + index] = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ulong>(cursor.Bytes(size)).ToArray();
        }
    }

    private void ReadEvents(ReadOnlySpan<byte> block, EventHandler handler)
    {
        var cursor = new TraceCursor(block);
        int headerSize = cursor.Value<short>();
        var compressed = (cursor.Value<short>() & 1) != 0;
        if (!compressed)
        {
            throw new ShapeException("a trace has uncompressed event headers");
        }

        cursor.Position = headerSize;
        var head = default(EventHead);
        while (!cursor.AtEnd)
        {
            head.Read(ref cursor);
            var payload = cursor.Bytes(head.PayloadSize);
            var (provider, id) = _descriptions.GetValueOrDefault(head.Description);
            handler(new TraceEvent(provider ?? "", id, head.ThreadId, head.StackId, head.TimeStamp), payload);
        }
    }

    private void ReadDescription(in TraceEvent head, ReadOnlySpan<byte> payload)
    {
        var cursor = new TraceCursor(payload);
        var number = cursor.Value<int>();
        var provider = cursor.Text();
        _descriptions[number] = (provider, cursor.Value<int>());
    }

    private static void Expect(ref TraceCursor cursor, byte tag)
    {
        if (cursor.Value<byte>() != tag)
        {
            throw new ShapeException("a trace's object does not end where it should");
        }
    }
}
