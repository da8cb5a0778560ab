using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace GuruReports.Inspection.CoreClr.Layout;

/// <summary>
/// The modules of all assemblies that are loaded, held strongly from <see cref="Hold"/> to <see cref="Release"/>: while they
/// are held, nothing of their load contexts can be unloaded.
/// </summary>
internal sealed class LiveModules
{
    private readonly Dictionary<ulong, Module> _modules = [];
    private bool _held;

    /// <exception cref="ShapeException">Modules are not as expected.</exception>
    public LiveModules()
    {
        try
        {
            if (NativePointer(typeof(object).Module) == 0)
            {
                throw new ShapeException("a module does not know its native half");
            }
        }
        catch (Exception error) when (error is MissingFieldException or TypeLoadException or MissingMethodException)
        {
            throw new ShapeException($"modules have other fields: {error.Message}");
        }
    }

    /// <summary>Lets go of the modules.</summary>
    public void Release()
    {
        _modules.Clear();
        _held = false;
    }

    /// <summary>Resolves a method of a live module; null when the module is not alive or the token is none of it.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A method that is on a stack was not trimmed.")]
    public MethodBase? Resolve(ulong module, int token)
    {
        if (!_held)
        {
            Hold();
        }

        try
        {
            return _modules.TryGetValue(module, out var live) ? live.ResolveMethod(token) : null;
        }
        catch (Exception error) when (error is ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }

    // Only a capture that meets collectible code pays for this.
    private void Hold()
    {
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            foreach (var module in assembly.GetLoadedModules())
            {
                if (NativePointer(module) is var pointer and not 0)
                {
                    _modules[pointer] = module;
                }
            }
        }

        _held = true;
    }

    private static ulong NativePointer(Module module) =>
        module.GetType().FullName == "System.Reflection.RuntimeModule" ? (ulong)DataOf(module) : 0;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_pData")]
    private static extern ref nint DataOf([UnsafeAccessorType("System.Reflection.RuntimeModule")] object module);
}
