using GuruReports.SnapshotReader.Memory;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Known;

/// <summary>Reads fields that hold whole numbers, truth values or members of an enumeration.</summary>
internal static class Numbers
{
    /// <summary>The number; null when the field holds none or cannot be read.</summary>
    public static long? Read(PagedReader memory, ulong place, ClrInstanceField field) => field.ElementType switch
    {
        ClrElementType.Boolean or ClrElementType.UInt8 => Read<byte>(memory, place),
        ClrElementType.Int8 => Read<sbyte>(memory, place),
        ClrElementType.Int16 => Read<short>(memory, place),
        ClrElementType.UInt16 or ClrElementType.Char => Read<ushort>(memory, place),
        ClrElementType.Int32 => Read<int>(memory, place),
        ClrElementType.UInt32 => Read<uint>(memory, place),
        ClrElementType.Int64 or ClrElementType.NativeInt => Read<long>(memory, place),
        ClrElementType.UInt64 or ClrElementType.NativeUInt => (long?)Read<ulong>(memory, place),
        ClrElementType.Double => (long?)Read<double>(memory, place),
        ClrElementType.Struct when field.Type is { IsEnum: true } => field.Size switch
        {
            1 => Read<byte>(memory, place),
            2 => Read<short>(memory, place),
            4 => Read<int>(memory, place),
            _ => Read<long>(memory, place),
        },
        _ => null,
    };

    private static T? Read<T>(PagedReader memory, ulong place)
        where T : unmanaged => memory.TryRead(place, out T value) ? value : null;
}
