using GuruReports.Inspection.Snapshot.Model;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Symbols;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis;

/// <summary>The image and the means to read it, shared by all readers of one analysis.</summary>
internal sealed class Image : IDisposable
{
    public Image(ClrRuntime runtime, SnapshotRequest request, AnalysisClock clock)
    {
        Runtime = runtime;
        Request = request;
        Clock = clock;
        Memory = new ImageMemory(runtime.DataTarget.DataReader);
        Files = new ModuleFiles(Memory);
        Kinds = new KindTable(runtime, Memory, new CoreTypes(runtime, Files));
        Fields = new FieldMap(Memory, Kinds);
        Symbols = new SymbolNames(Files);
        Delegates = new DelegateNames(this);
    }

    public ClrRuntime Runtime { get; }

    public SnapshotRequest Request { get; }

    public AnalysisClock Clock { get; }

    public ImageMemory Memory { get; }

    public ModuleFiles Files { get; }

    public KindTable Kinds { get; }

    public FieldMap Fields { get; }

    public SymbolNames Symbols { get; }

    public DelegateNames Delegates { get; }

    public List<string> Notes { get; } = [];

    /// <summary>The object that a static field of the core library refers to; 0 when there is none.</summary>
    public ulong Static(string typeName, string fieldName)
    {
        var field = Runtime.BaseClassLibrary.GetTypeByName(typeName)?.GetStaticFieldByName(fieldName);
        return field is null ? 0 : field.ReadObject(Runtime.AppDomains[0]).Address;
    }

    public void Dispose() => Files.Dispose();
}
