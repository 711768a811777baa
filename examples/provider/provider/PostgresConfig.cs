using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;

namespace Acme.Postgres;

/// <summary>Which server, and who signs in there. The variables are those of PostgreSQL's own tools.</summary>
[PropertyObject]
internal sealed partial record PostgresConfig
{
    /// <summary>The server: its name or address.</summary>
    [ReplaceOnChange] // roles of another server are other roles
    [Environment("PGHOST")]
    [DefaultValue("localhost")]
    public string? Host { get; init; }

    /// <summary>The server's port.</summary>
    [ReplaceOnChange]
    [Environment("PGPORT")]
    [DefaultValue(5432)]
    [Range(1, 65535)]
    public int? Port { get; init; }

    /// <summary>A role that may make roles and databases.</summary>
    [Environment("PGUSER")]
    [DefaultValue("postgres")]
    public string? User { get; init; }

    /// <summary>Its password.</summary>
    [Secret]
    [Environment("PGPASSWORD")]
    public string? Password { get; init; }
}
