using System.Runtime.InteropServices;

namespace GuruReports.Inspection.CoreClr.Layout;

/// <summary>The runtime that runs this process.</summary>
internal static class OwnRuntime
{
    /// <summary>Finds and reads its description of itself.</summary>
    /// <exception cref="ShapeException">There is none, or it is not as expected.</exception>
    public static RuntimeDescriptor Describe() => RuntimeDescriptor.Read(FindSymbol(), NativeMemory.TryRead);

    // The runtime is a library of its own, or, in a self-contained single file, part of the program.
    private static ulong FindSymbol()
    {
        if (NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), RuntimeDescriptor.Symbol, out var address))
        {
            return (ulong)address;
        }

        // dlopen of a library that is loaded already only counts a reference; the runtime never goes away.
        var path = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "libcoreclr.so");
        return NativeLibrary.TryLoad(path, out var library) && NativeLibrary.TryGetExport(library, RuntimeDescriptor.Symbol, out address)
            ? (ulong)address
            : 0;
    }
}
