namespace GuruReports.Hosting.Sections.Configuration.Effective;

/// <summary>Options that the service wants to see in its reports.</summary>
internal interface IOptionsToShow
{
    /// <summary>Gets the section that they are bound to.</summary>
    string Section { get; }

    /// <summary>Gets the name of their type.</summary>
    string TypeName { get; }

    /// <summary>Finds what gives the values in effect. Runs code of the service; called when the host starts.</summary>
    /// <param name="services">The host's services.</param>
    Func<object> Find(IServiceProvider services);

    /// <summary>Makes options that nothing has configured. Runs code of the service.</summary>
    object MakeDefault();
}
