using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Symbols;

/// <summary>Opens the assemblies of the image, each once: from their file, or from memory where there is no such file.</summary>
internal sealed class ModuleFiles : IDisposable
{
    private readonly ImageSource _source;
    private readonly Dictionary<ulong, ModuleFile?> _files = [];
    private readonly List<IDisposable> _open = [];

    public ModuleFiles(Memory.ImageMemory memory) => _source = new ImageSource(memory);

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
            return FromFile(module) ?? FromMemory(module);
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            // Policy: a module that cannot be read costs names and lines, never the result.
            return null;
        }
    }

    private ModuleFile? FromFile(ClrModule module)
    {
        var path = module.Name;
        if (string.IsNullOrEmpty(path) || !Path.IsPathRooted(path) || !File.Exists(path))
        {
            return null;
        }

        var image = Keep(new PEReader(File.OpenRead(path)));
        if (!image.HasMetadata)
        {
            return null;
        }

        MetadataReader? pdb = null;
        if (image.TryOpenAssociatedPortablePdb(path, static file => File.Exists(file) ? File.OpenRead(file) : null, out var provider, out _)
            && provider is not null)
        {
            pdb = Keep(provider).GetMetadataReader();
        }

        return new ModuleFile(path, image.GetMetadataReader(), pdb);
    }

    private ModuleFile? FromMemory(ClrModule module)
    {
        var bytes = _source.Metadata(module);
        if (bytes is null)
        {
            return null;
        }

        var metadata = Keep(MetadataReaderProvider.FromMetadataImage([.. bytes])).GetMetadataReader();
        return new ModuleFile(module.Name ?? module.AssemblyName ?? "?", metadata, PdbBeside(module));
    }

    /// <summary>A single-file service has its PDBs beside it; the id in the module says whether one belongs to it.</summary>
    private MetadataReader? PdbBeside(ClrModule module)
    {
        if (module.Pdb is not { } wanted)
        {
            return null;
        }

        var name = Path.GetFileName(wanted.Path);
        foreach (var folder in new[] { Path.GetDirectoryName(module.Name), _source.ProgramFolder, AppContext.BaseDirectory })
        {
            var path = Path.Combine(folder ?? "", name);
            if (folder is null || !File.Exists(path))
            {
                continue;
            }

            var pdb = Keep(MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(path))).GetMetadataReader();
            if (pdb.DebugMetadataHeader is { } header && new BlobContentId(header.Id).Guid == wanted.Guid)
            {
                return pdb;
            }
        }

        return null;
    }

    private T Keep<T>(T item)
        where T : IDisposable
    {
        _open.Add(item);
        return item;
    }
}
