namespace Vpcep.Client;

/// <summary>A thing as one answer of the cloud reports it: another answer may tell what this one leaves out.</summary>
public interface IReported<T>
    where T : class, IReported<T>
{
    /// <summary>Its id.</summary>
    string Id { get; }

    /// <summary>Its kind of service: <c>interface</c> or <c>gateway</c>.</summary>
    string? ServiceType { get; }

    /// <summary>Its state, compared without regard to case.</summary>
    string? Status { get; }

    /// <summary>Why the status is <c>failed</c>; empty otherwise.</summary>
    IReadOnlyList<CloudError> Errors { get; }

    /// <summary>Whether the answer has what any thing of its kind and state has.</summary>
    bool IsWhole { get; }

    /// <summary>This answer with what only another one about the same thing has.</summary>
    T FilledFrom(T other);
}
