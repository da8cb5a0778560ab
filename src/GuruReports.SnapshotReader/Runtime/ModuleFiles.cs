using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using GuruReports.SnapshotReader.Memory;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Runtime;

/// <summary>
/// Opens the assemblies of the image, each once. The metadata comes out of the image: the file of the same
/// name may have been replaced since the service started. A PDB counts only if it belongs to the loaded module.
/// </summary>
internal sealed class ModuleFiles : IDisposable
{
    private const ulong LargestMetadata = 64 << 20;
    private readonly PagedReader _memory;
    private readonly string? _programPath;
    private readonly Dictionary<ulong, ModuleFile?> _files = [];
    private readonly List<IDisposable> _open = [];

    public ModuleFiles(PagedReader memory, string? programPath)
    {
        _memory = memory;
        _programPath = programPath;
    }

    /// <summary>The module's metadata; null when it cannot be read.</summary>
    public ModuleFile? Find(ClrModule? module)
    {
        if (module is null)
        {
            return null;
        }

        if (!_files.TryGetValue(module.Address, out var file))
        {
            _files[module.Address] = file = Open(module);
        }

        return file;
    }

    public void Dispose()
    {
        foreach (var open in _open)
        {
            open.Dispose();
        }
    }

    private ModuleFile? Open(ClrModule module)
    {
        try
        {
            return Metadata(module) is { } metadata
                ? new ModuleFile(module.Name ?? module.AssemblyName ?? "?", metadata, Pdb(module, metadata))
                : null;
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            // Policy: a module that cannot be read costs names and lines, never the result.
            return null;
        }
    }

    private MetadataReader? Metadata(ClrModule module)
    {
        if (module.MetadataAddress == 0 || module.MetadataLength is 0 or > LargestMetadata)
        {
            return null;
        }

        var bytes = new byte[module.MetadataLength];
        return _memory.ReadBulk(module.MetadataAddress, bytes) == bytes.Length
            ? Keep(MetadataReaderProvider.FromMetadataImage(ImmutableCollectionsMarshal.AsImmutableArray(bytes))).GetMetadataReader()
            : null;
    }

    private MetadataReader? Pdb(ClrModule module, MetadataReader metadata)
    {
        var path = module.Name;
        if (string.IsNullOrEmpty(path) || !Path.IsPathRooted(path) || !File.Exists(path))
        {
            return PdbBeside(module);
        }

        var image = Keep(new PEReader(File.OpenRead(path)));
        if (!image.HasMetadata || Version(image.GetMetadataReader()) != Version(metadata))
        {
            return null;
        }

        return image.TryOpenAssociatedPortablePdb(path, static file => File.Exists(file) ? File.OpenRead(file) : null, out var provider, out _)
            && provider is not null
            ? Keep(provider).GetMetadataReader()
            : null;
    }

    private static Guid Version(MetadataReader metadata) => metadata.GetGuid(metadata.GetModuleDefinition().Mvid);

    /// <summary>A single-file service has no file for the module, but may have its PDB beside it.</summary>
    private MetadataReader? PdbBeside(ClrModule module)
    {
        if (module.Pdb is not { } wanted)
        {
            return null;
        }

        var folder = Path.GetDirectoryName(_programPath ?? module.Name);
        var path = Path.Combine(folder ?? "", Path.GetFileName(wanted.Path));
        if (folder is null || !File.Exists(path))
        {
            return null;
        }

        var pdb = Keep(MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(path))).GetMetadataReader();
        return pdb.DebugMetadataHeader is { } header && new BlobContentId(header.Id).Guid == wanted.Guid ? pdb : null;
    }

    private T Keep<T>(T item)
        where T : IDisposable
    {
        _open.Add(item);
        return item;
    }
}
