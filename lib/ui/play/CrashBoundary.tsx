"use client";

import { Component, type ReactNode } from "react";

export interface CrashBoundaryProps {
  /** Shown in place of what threw. */
  readonly fallback: ReactNode;
  readonly onCrash: (error: unknown) => void;
  readonly children: ReactNode;
}

/** Holds what a kind's own component throws while it draws: the rest of the page stays. Give it another key to try anew. */
export class CrashBoundary extends Component<CrashBoundaryProps, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override componentDidCatch(error: unknown) {
    this.props.onCrash(error);
  }

  override render() {
    return this.state.crashed ? this.props.fallback : this.props.children;
  }
}
