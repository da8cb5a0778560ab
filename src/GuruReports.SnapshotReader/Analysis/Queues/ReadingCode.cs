using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Methods;
using GuruReports.SnapshotReader.Analysis.Symbols;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.KnownTypes.Rows;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Queues;

/// <summary>
/// Which methods of the service come to take something out of a queue, by their code: those that call what takes, those that call
/// these, and so on. Methods are told by type and name; a call of an interface or of a virtual method is one of all methods of that name.
/// </summary>
internal sealed class ReadingCode
{
    private const string Any = "*.";
    private const ulong LargestModule = 64 << 20;
    private readonly Image _image;
    private readonly HashSet<string> _reading = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _callers = new(StringComparer.Ordinal);
    private readonly bool _isWhole;

    public ReadingCode(Image image)
    {
        _image = image;
        _isWhole = image.Runtime.EnumerateModules().Where(module => image.Symbols.Owner(module) is CodeOwner.Service).ToList().TrueForAll(TryRead);
        var pending = new Queue<string>(_reading);
        while (pending.TryDequeue(out var method))
        {
            foreach (var caller in (_callers.GetValueOrDefault(method) ?? []).Concat(_callers.GetValueOrDefault(Any + method[(method.LastIndexOf('.') + 1)..]) ?? []).Where(_reading.Add))
            {
                pending.Enqueue(caller);
            }
        }
    }

    /// <summary>Whether a method may come to read; where not all code could be read, or none of it reads, every one may.</summary>
    public bool MayRead(string method) => !_isWhole || _reading.Count == 0 || _reading.Contains(Key(method));

    // A lambda, a local function and a state machine are of the method that they stand in.
    private static string Key(string method) => PlainNames.Of(method.IndexOfAny(['+', '(']) is var at and > 0 ? method[..at] : method);

    private bool TryRead(ClrModule module)
    {
        if (module.IsDynamic || module.ImageBase == 0 || module.Size is 0 or > LargestModule || _image.Files.Find(module)?.Metadata is not { } metadata)
        {
            return false;
        }

        var bytes = new byte[module.Size];
        if (_image.Memory.ReadBulk(module.ImageBase, bytes) != bytes.Length)
        {
            return false;
        }

        try
        {
            using var program = new PEReader(new MemoryStream(bytes), module.Layout == ModuleLayout.Loaded ? PEStreamOptions.IsLoadedImage : PEStreamOptions.Default);
            foreach (var method in metadata.MethodDefinitions.Select(metadata.GetMethodDefinition).Where(static method => method.RelativeVirtualAddress != 0))
            {
                if (_image.Clock.IsOver)
                {
                    return false;
                }

                Read(metadata, Name(metadata, method), program.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? []);
            }

            return true;
        }
        catch (Exception exception) when (exception is BadImageFormatException or InvalidOperationException or IOException)
        {
            // Policy: code that cannot be read may read every queue.
            return false;
        }
    }

    private void Read(MetadataReader metadata, string caller, byte[] il)
    {
        foreach (var call in MethodCalls.Find(metadata, il) ?? throw new BadImageFormatException())
        {
            Note(metadata, caller, call.Method);
        }
    }

    private void Note(MetadataReader metadata, string caller, EntityHandle called)
    {
        if (called.Kind == HandleKind.MethodDefinition)
        {
            var method = metadata.GetMethodDefinition((MethodDefinitionHandle)called);
            Link(caller, Name(metadata, method));
            if ((method.Attributes & MethodAttributes.Virtual) != 0)
            {
                Link(caller, Any + metadata.GetString(method.Name));
            }
        }
        else if (called.Kind == HandleKind.MemberReference)
        {
            var member = metadata.GetMemberReference((MemberReferenceHandle)called);
            var (type, name) = (MetadataNames.Of(metadata, member.Parent), metadata.GetString(member.Name));
            if (QueueRows.Taking.TryGetValue(PlainNames.Of(type), out var taking) && taking.Contains(name))
            {
                _reading.Add(caller);
            }

            Link(caller, Key(ImageNames.OfMethod(type, name)));
            if (type[(type.LastIndexOfAny(['.', '+']) + 1)..] is ['I', >= 'A' and <= 'Z', ..])
            {
                Link(caller, Any + name);
            }
        }
    }

    private void Link(string caller, string called)
    {
        var callers = _callers.TryGetValue(called, out var known) ? known : _callers[called] = [];
        if (callers.Count == 0 || callers[^1] != caller)
        {
            callers.Add(caller);
        }
    }

    private static string Name(MetadataReader metadata, MethodDefinition method) => Key(ImageNames.OfMethod(MetadataNames.Of(metadata, method.GetDeclaringType()), metadata.GetString(method.Name)));
}
