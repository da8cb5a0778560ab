using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GuruReports.Inspection.CoreClr.Layout;

/// <summary>
/// Asks the runtime's own stack-trace machinery for IL offsets and lines of arbitrary addresses: an exception is given a
/// stack-trace array built from them. The array's layout is measured on an exception that was really thrown.
/// </summary>
internal sealed class StackTraceForge
{
    private const int HeaderSize = 16;
    private const int AddressOffset = 0;
    private const int MethodOffset = 16;
    private const int FlagsOffset = 24;
    private const int ElementSize = 32;
    private const int AddressIsExact = 2;

    private readonly byte[] _header;
    private readonly CodePoint _sentinel;

    private StackTraceForge(byte[] header, CodePoint sentinel)
    {
        _header = header;
        _sentinel = sentinel;
    }

    /// <summary>Measures the layout, and checks that a copy of a real trace reads like the original.</summary>
    /// <exception cref="ShapeException">The layout is another.</exception>
    public static StackTraceForge Calibrate()
    {
        var thrown = Throw();
        try
        {
            if (TraceOf(thrown) is not sbyte[] array)
            {
                throw new ShapeException("an exception keeps its stack in another form");
            }

            var raw = MemoryMarshal.AsBytes(array.AsSpan()).ToArray();
            var original = new StackTrace(thrown, fNeedFileInfo: false);
            var count = MemoryMarshal.Read<long>(raw);
            if (count != original.FrameCount || count < 2 || raw.Length < HeaderSize + (count * ElementSize))
            {
                throw new ShapeException("an exception's stack has another layout");
            }

            var addresses = new List<CodePoint>();
            for (var index = 0; index < count; index++)
            {
                var element = raw.AsSpan(HeaderSize + (index * ElementSize));
                addresses.Add(new CodePoint(MemoryMarshal.Read<ulong>(element[AddressOffset..]), MemoryMarshal.Read<ulong>(element[MethodOffset..])));
                if (MemoryMarshal.Read<int>(element[FlagsOffset..]) != AddressIsExact)
                {
                    throw new ShapeException("an exception's stack has other flags");
                }
            }

            var forge = new StackTraceForge(raw[..HeaderSize], addresses[0]);
            forge.Check(original, addresses);
            return forge;
        }
        catch (MissingFieldException error)
        {
            throw new ShapeException($"exceptions have other fields: {error.Message}");
        }
    }

    /// <summary>Returns the place of each address; the list is empty when the runtime gave another number of frames.</summary>
    /// <param name="frames">Addresses within the code of methods that stay loaded, with those methods' descriptors.</param>
    /// <param name="lines">Whether to look into symbols too.</param>
    public List<SourceInfo> Read(List<CodePoint> frames, bool lines)
    {
        var trace = Build(frames, lines);
        var places = new List<SourceInfo>(frames.Count);
        if (trace.FrameCount != frames.Count + 1)
        {
            return places;
        }

        for (var index = 0; index < frames.Count; index++)
        {
            var frame = trace.GetFrame(index + 1)!;
            var offset = frame.GetILOffset();
            var line = lines ? frame.GetFileLineNumber() : 0;
            places.Add(new SourceInfo(
                offset == StackFrame.OFFSET_UNKNOWN ? null : offset,
                line > 0 ? frame.GetFileName() : null,
                line > 0 ? line : null));
        }

        return places;
    }

    // A known frame of ours comes first: the machinery may skip leading frames, and it skips none after it.
    private StackTrace Build(List<CodePoint> frames, bool lines)
    {
        var array = new sbyte[HeaderSize + ((frames.Count + 1) * ElementSize)];
        var raw = MemoryMarshal.AsBytes(array.AsSpan());
        _header.CopyTo(raw);
        MemoryMarshal.Write(raw, (long)frames.Count + 1);
        WriteElement(raw[HeaderSize..], _sentinel);
        for (var index = 0; index < frames.Count; index++)
        {
            WriteElement(raw[(HeaderSize + ((index + 1) * ElementSize))..], frames[index]);
        }

        var forged = new InvalidOperationException();
        TraceOf(forged) = array;
        return new StackTrace(forged, lines);
    }

    private static void WriteElement(Span<byte> element, CodePoint frame)
    {
        MemoryMarshal.Write(element[AddressOffset..], frame.Address);
        MemoryMarshal.Write(element[MethodOffset..], frame.Method);
        MemoryMarshal.Write(element[FlagsOffset..], AddressIsExact);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only frames are compared.")]
    private void Check(StackTrace original, List<CodePoint> addresses)
    {
        var copy = Build(addresses, lines: false);
        for (var index = 0; index < addresses.Count; index++)
        {
            var expected = original.GetFrame(index)!;
            if (copy.GetFrame(index + 1) is not { } actual
                || actual.GetMethod() != expected.GetMethod()
                || actual.GetILOffset() != expected.GetILOffset()
                || actual.GetNativeOffset() != expected.GetNativeOffset())
            {
                throw new ShapeException("a copied stack reads other than the original");
            }
        }
    }

    private static InvalidOperationException Throw()
    {
        try
        {
            ThrowBelow(1);
            throw new ShapeException("nothing was thrown");
        }
        catch (InvalidOperationException error)
        {
            return error;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowBelow(int depth)
    {
        if (depth == 0)
        {
            throw new InvalidOperationException();
        }

        ThrowBelow(depth - 1);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_stackTrace")]
    private static extern ref object? TraceOf(Exception exception);
}
