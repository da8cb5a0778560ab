using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Symbols;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.Memory;
using GuruReports.SnapshotReader.Runtime;
using GuruReports.SnapshotReader.Runtime.Entries;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>The image and the means to read it, shared by all readers of one analysis.</summary>
internal sealed class Image : IDisposable
{
    public Image(ClrRuntime runtime, SnapshotRequest request, OwnerTable owners, AnalysisClock clock, IReadOnlyCollection<RuntimeEntry> hidden)
    {
        Runtime = runtime;
        Request = request;
        Clock = clock;
        Memory = new PagedReader(runtime.DataTarget.DataReader);
        Files = new ModuleFiles(Memory, runtime.ClrInfo.IsSingleFile ? runtime.ClrInfo.ModuleInfo.FileName : null);
        Members = new TypeMembers(Files);
        Libraries = new RuntimeLibraries(runtime, Files);
        Known = new KnownRuntime(Libraries, RuntimeVersions.Read(runtime.BaseClassLibrary, Files), hidden);
        Table = new KnownTable(DeclaredRows.Of(request.Declared));
        Kinds = new KindTable(runtime, Memory, Known, Table);
        Fields = new FieldMap(Memory, Kinds, Known);
        Symbols = new SymbolNames(Files, new ModuleOwners(new CodeOwners(owners), Files), Members);
        Kinds.IsService = type => !type.IsArray && Symbols.Owner(type) == CodeOwner.Service;
        Delegates = new DelegateNames(this);
    }

    public ClrRuntime Runtime { get; }

    public SnapshotRequest Request { get; }

    public AnalysisClock Clock { get; }

    public PagedReader Memory { get; }

    public ModuleFiles Files { get; }

    public RuntimeLibraries Libraries { get; }

    public KnownRuntime Known { get; }

    /// <summary>What objects of libraries mean.</summary>
    public KnownTable Table { get; }

    public KindTable Kinds { get; }

    public FieldMap Fields { get; }

    public TypeMembers Members { get; }

    public SymbolNames Symbols { get; }

    public DelegateNames Delegates { get; }

    public List<string> Notes { get; } = [];

    /// <summary>Fields of libraries that count as gone.</summary>
    public IReadOnlyCollection<string> HiddenFields { get; init; } = [];

    /// <summary>What was met and is of no known kind.</summary>
    public UnknownCounts Unknown { get; } = new();

    public void Dispose() => Files.Dispose();
}
