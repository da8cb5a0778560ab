using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader;

/// <summary>Finds no file anywhere: ClrMD would ask symbol servers for those that it misses, and make a folder for them.</summary>
internal sealed class NoFiles : IFileLocator
{
    public static NoFiles Instance { get; } = new();

    public string? FindPEImage(string fileName, int buildTimeStamp, int imageSize, bool checkProperties) => null;

    public string? FindPEImage(string fileName, SymbolProperties archivedUnder, ImmutableArray<byte> buildIdOrUUID, OSPlatform originalPlatform, bool checkProperties) => null;
}
