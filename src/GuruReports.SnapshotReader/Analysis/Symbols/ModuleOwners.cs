using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Runtime;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Symbols;

/// <summary>Says whose code the modules of the image are, each once. A method without a module was emitted at run time.</summary>
internal sealed class ModuleOwners
{
    private readonly CodeOwners _owners;
    private readonly ModuleFiles _files;
    private readonly Dictionary<ulong, CodeOwner> _known = [];

    public ModuleOwners(CodeOwners owners, ModuleFiles files)
    {
        _owners = owners;
        _files = files;
    }

    public CodeOwner Of(ClrModule? module)
    {
        if (module is null)
        {
            return CodeOwner.Package;
        }

        if (!_known.TryGetValue(module.Address, out var owner))
        {
            _known[module.Address] = owner = Decide(module);
        }

        return owner;
    }

    private CodeOwner Decide(ClrModule module)
    {
        if (module.IsDynamic)
        {
            return CodeOwner.Package;
        }

        var path = module.Name is { } name && Path.IsPathRooted(name) ? name : null;
        return _owners.Of(Path.GetFileNameWithoutExtension(module.Name ?? module.AssemblyName ?? ""), path, () => Key(module));
    }

    private string? Key(ClrModule module) =>
        _files.Find(module)?.Metadata is { IsAssembly: true } metadata
            ? Convert.ToHexString(metadata.GetAssemblyDefinition().GetAssemblyName().GetPublicKeyToken() ?? [])
            : null;
}
