using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Reads fields of libraries' objects by name, as the numbers of unknown pools need it.</summary>
internal static class NamedFields
{
    private const int WordSize = 8;

    /// <summary>The whole number that a field holds; null when it is missing, unreadable or no number.</summary>
    public static long? Number(Image image, ulong address, string field) =>
        Find(image, address, field) is { } found ? Number(image, address + (uint)found.Offset + WordSize, found.ElementType) : null;

    private static long? Number(Image image, ulong place, ClrElementType type) => type switch
    {
        ClrElementType.Int32 => Read<int>(image, place),
        ClrElementType.UInt32 => Read<uint>(image, place),
        ClrElementType.Int64 => Read<long>(image, place),
        ClrElementType.UInt64 => (long?)Read<ulong>(image, place),
        ClrElementType.Int16 => Read<short>(image, place),
        ClrElementType.UInt16 => Read<ushort>(image, place),
        _ => null,
    };

    private static ClrInstanceField? Find(Image image, ulong address, string field) => image.Kinds.KindAt(address)?.Type.GetFieldByName(field);

    private static T? Read<T>(Image image, ulong place)
        where T : unmanaged => image.Memory.TryRead(place, out T value) ? value : null;
}
