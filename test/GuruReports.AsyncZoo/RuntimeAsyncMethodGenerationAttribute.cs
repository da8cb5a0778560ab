namespace System.Runtime.CompilerServices;

/// <summary>Tells the compiler, which knows it by name, whether the runtime or a state machine suspends a method. The framework has it from .NET 11 on.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RuntimeAsyncMethodGenerationAttribute(bool runtimeAsync) : Attribute
{
    public bool RuntimeAsync { get; } = runtimeAsync;
}
