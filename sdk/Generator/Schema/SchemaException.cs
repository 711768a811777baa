namespace Generator.Schema;

/// <summary>Something in the schema is wrong; the message starts with where.</summary>
internal sealed class SchemaException(string path, string message) : Exception($"{path}: {message}");
