using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Symbols;

/// <summary>Copies metadata out of the image.</summary>
internal sealed class ImageSource
{
    private const ulong Largest = 64 << 20;
    private readonly Memory.ImageMemory _memory;

    public ImageSource(Memory.ImageMemory memory) => _memory = memory;

    /// <summary>The folder of the service's program; set once it is known.</summary>
    public string? ProgramFolder { get; set; }

    public byte[]? Metadata(ClrModule module)
    {
        if (module.MetadataAddress == 0 || module.MetadataLength is 0 or > Largest)
        {
            return null;
        }

        var bytes = new byte[module.MetadataLength];
        return _memory.ReadBulk(module.MetadataAddress, bytes) == bytes.Length ? bytes : null;
    }
}
