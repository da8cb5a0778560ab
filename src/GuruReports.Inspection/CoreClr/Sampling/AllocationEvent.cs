using System.Runtime.InteropServices;

namespace GuruReports.Inspection.CoreClr.Sampling;

/// <summary>Reads the events of allocations and collections (dotnet/runtime, ClrEtwAll.man).</summary>
internal sealed class AllocationEvent
{
    private const uint CollectionStart = 1;
    private const uint CollectionTriggered = 35;
    private const uint Sampled = 303;

    private const int TypeNameOffset = 14;
    private const int SizeAfterName = 8;
    private const int LengthAfterName = 24;

    // The runtime picks a byte of every 100 KiB on the average: a small object stands for about so much, a large one for itself.
    private const double SamplingDistance = 100 * 1024;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _known;

    public AllocationEvent() => _known = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds what an event tells to the batch; counts it as dropped where it is not as it should be.</summary>
    public void Read(in EventSessionApi.Event happened, AllocationBatch batch)
    {
        var isRead = happened.EventId switch
        {
            Sampled => ReadSample(happened, batch),
            CollectionStart => ReadStart(happened, batch),
            CollectionTriggered => ReadTrigger(happened, batch),
            _ => true,
        };
        batch.Dropped += isRead ? 0 : 1;
    }

    private static bool ReadStart(in EventSessionApi.Event happened, AllocationBatch batch)
    {
        const int Length = 12;
        Span<byte> payload = stackalloc byte[Length];
        if (happened.PayloadLength < Length || EventStack.Read(happened, payload, []) < 0)
        {
            return false;
        }

        batch.Collections.Add(new CollectionSample(MemoryMarshal.Read<int>(payload[4..]), MemoryMarshal.Read<uint>(payload[8..])));
        return true;
    }

    private static bool ReadTrigger(in EventSessionApi.Event happened, AllocationBatch batch)
    {
        const int Length = 4;
        if (batch.Triggers.Count >= AllocationBatch.TriggerLimit)
        {
            batch.OtherTriggers++;
            return true;
        }

        Span<byte> payload = stackalloc byte[Length];
        var start = batch.Addresses.Count;
        var count = happened.PayloadLength >= Length ? EventStack.Read(happened, payload, batch.Addresses) : -1;
        if (count < 0)
        {
            return false;
        }

        batch.Triggers.Add(new TriggerSample(MemoryMarshal.Read<uint>(payload), start, count));
        return true;
    }

    private bool ReadSample(in EventSessionApi.Event happened, AllocationBatch batch)
    {
        var length = (int)Math.Min(happened.PayloadLength, EventStack.PayloadLimit);
        if (length < TypeNameOffset + LengthAfterName)
        {
            return false;
        }

        Span<byte> buffer = stackalloc byte[EventStack.PayloadLimit];
        var payload = buffer[..length];
        var start = batch.Addresses.Count;
        var count = EventStack.Read(happened, payload, batch.Addresses);
        if (count < 0)
        {
            return false;
        }

        var letters = MemoryMarshal.Cast<byte, char>(payload[TypeNameOffset..]);
        var end = letters.IndexOf('\0');
        var rest = TypeNameOffset + ((end + 1) * sizeof(char));
        if (end < 0 || rest + LengthAfterName > length)
        {
            // A name longer than what is read: neither it nor the size behind it is known.
            batch.Addresses.RemoveRange(start, count);
            return false;
        }

        var size = MemoryMarshal.Read<ulong>(payload[(rest + SizeAfterName)..]);
        var bytes = size / (1 - Math.Exp(-(double)size / SamplingDistance));
        batch.Samples.Add(new AllocationSample(NameOf(letters[..end]), bytes, MemoryMarshal.Read<int>(payload), start, count));
        return true;
    }

    private string NameOf(ReadOnlySpan<char> letters)
    {
        if (!_known.TryGetValue(letters, out var name))
        {
            name = letters.ToString();
            _names.Add(name, name);
        }

        return name;
    }
}
