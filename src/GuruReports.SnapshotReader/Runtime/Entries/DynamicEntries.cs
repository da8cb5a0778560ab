namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>Dynamic methods, and what their code refers to.</summary>
internal static class DynamicEntries
{
    public static readonly RuntimeType Resolver = new("System.Reflection.Emit.DynamicResolver", Features.DynamicCalls);
    public static readonly RuntimeField Method = new(Resolver, "m_method", FieldShape.Reference, Features.DynamicCalls);
    public static readonly RuntimeField Scope = new(Resolver, "m_scope", FieldShape.Reference, Features.DynamicCalls);
    public static readonly RuntimeType DynamicMethod = new("System.Reflection.Emit.DynamicMethod", Features.DynamicCalls);
    public static readonly RuntimeField Name = new(DynamicMethod, "_name", FieldShape.Reference, Features.DynamicCalls);
    public static readonly RuntimeType ScopeType = new("System.Reflection.Emit.DynamicScope", Features.DynamicCalls);
    public static readonly RuntimeField Tokens = new(ScopeType, "m_tokens", FieldShape.Reference, Features.DynamicCalls);
    public static readonly RuntimeType BoxedHandle = new("System.RuntimeMethodHandle", Features.DynamicCalls);
    public static readonly RuntimeField Boxed = new(BoxedHandle, "m_value", FieldShape.Reference, Features.DynamicCalls);
    public static readonly RuntimeType Stub = new("System.RuntimeMethodInfoStub", Features.DynamicCalls);
    public static readonly RuntimeField StubValue = new(Stub, "m_value", FieldShape.Struct, Features.DynamicCalls) { Until = 11 };
    public static readonly RuntimeField StubNumber = new(Stub, "m_value", FieldShape.Native, Features.DynamicCalls) { Since = 11 };

    public static IReadOnlyList<RuntimeEntry> All { get; } =
        [Resolver, Method, Scope, DynamicMethod, Name, ScopeType, Tokens, BoxedHandle, Boxed, Stub, StubValue, StubNumber];
}
